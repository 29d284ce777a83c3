"""The whole of ingest: a raw folder into a library, update by update."""
