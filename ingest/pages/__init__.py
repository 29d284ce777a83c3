"""One raw file to one Page: outline, aspects, conditions and contents put together.

An Extract of `ingest.formats` enters, a Page leaves. Pure: no file, no clock, no other page.
"""
