"""The website: a Starlette app that serves search and pages from the library.

Enters: HTTP requests and a library folder. Leaves: HTML and JSON. Imports index, never ingest.
"""
