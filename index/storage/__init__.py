"""How the library lies on disk, in parts that know nothing of searching.

Bytes, names and checksums below; `index.generation`, `index.library` and `index.writer` put them
together. May be imported by those and by `index.building`; `files` also by engines and ingest.
"""
