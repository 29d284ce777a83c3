"""The ground floor: the document model, queries and results, the engine seam, the library on disk.

Enters: Pages from ingest, Queries from the portal. Leaves: Results and Pages.
May be imported by ingest and portal; imports neither of them.
"""
