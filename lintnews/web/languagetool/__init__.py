"""LanguageTool's way of asking: its parameters in, its JSON out, so that its clients work with this service as they are.

Written from what its server answers and from its published description; no code of it is here.
"""
