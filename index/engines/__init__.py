"""Search engines, one folder each; opened by name through `index.engine.open_engine`."""
