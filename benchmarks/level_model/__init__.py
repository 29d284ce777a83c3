"""Training and measuring of the level model that tells which heading stands below which.

Labelled pages enter, ingest/outline/level_model.npz and its figures leave. Run as
``python -m benchmarks.level_model FOLDER``; nothing of the product imports it.
"""
