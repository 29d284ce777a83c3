"""What each step beyond plain BM25F is worth, on questions and on tests drawn from the corpus.

The folder of the health library and the pages in raw/ enter; a Markdown table leaves: a row for
each setting, a column for each set of queries, with paired intervals. Run by
``python -m benchmarks.understanding DATA``.
"""
