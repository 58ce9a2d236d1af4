"""Door: the web page, the service that stands behind it, and LanguageTool's way of asking.

What serves (`app`, `guard`, `server`) hears requests and never reads a story; what reads one (`hand`, `desk`) is a process of
its own that can be ended when it takes too long.
"""
