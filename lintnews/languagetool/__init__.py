"""A LanguageTool server of one's own: where it is installed, how it is started, kept alive, shared and stopped.

Nothing here speaks to it of a story; that is the business of the check `languagetool` alone.
"""
