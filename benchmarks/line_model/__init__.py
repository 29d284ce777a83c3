"""Training and measuring of the line model that the text format reads pages with.

Labelled pages enter, ingest/formats/text/line_model.npz and its figures leave. Run as
``python -m benchmarks.line_model FOLDER``; nothing of the product imports it.
"""
