"""Our readers beside other extractors, on the same labelled pages, in one run.

`python -m benchmarks.extractors FOLDER` writes one table; the peers are needed by this benchmark
alone (dependency group ``bench-extract``).
"""
