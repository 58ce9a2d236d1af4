"""Asks LibreOffice, which listens at a port, to have texts proofread by its own LanguageTool client; prints what it was told as JSON.

Run by the system's Python, which has `uno`: libreoffice.py PORT ADDRESS TEXT …
"""

import json
import sys
import time

import uno


def main(port, address, texts):
    context = office(port)
    point(context, address)
    checker = context.ServiceManager.createInstanceWithContext("org.openoffice.lingu.LanguageToolGrammarChecker", context)
    english = uno.createUnoStruct("com.sun.star.lang.Locale", "en", "US", "")
    out = []
    for text in texts:
        told = checker.doProofreading("story", text, english, 0, len(text.encode("utf-16-le")) // 2, ())
        out.append([(each.nErrorStart, each.nErrorLength, each.aShortComment, list(each.aSuggestions)) for each in told.aErrors])
    print(json.dumps(out))


def office(port):
    """The running office; it takes a while to listen."""
    here = uno.getComponentContext()
    resolver = here.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", here)
    for _ in range(600):
        try:
            return resolver.resolve(f"uno:socket,host=127.0.0.1,port={port};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.2)
    sys.exit("LibreOffice does not listen")


def point(context, address):
    """Name the server, as the user does under Tools, Options, Language Settings, LanguageTool Server."""
    provider = context.ServiceManager.createInstanceWithContext("com.sun.star.configuration.ConfigurationProvider", context)
    path = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    path.Name, path.Value = "nodepath", "/org.openoffice.Office.Linguistic/GrammarChecking/LanguageTool"
    node = provider.createInstanceWithArguments("com.sun.star.configuration.ConfigurationUpdateAccess", (path,))
    node.setPropertyValue("BaseURL", address)
    node.setPropertyValue("IsEnabled", True)
    node.commitChanges()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
