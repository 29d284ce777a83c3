"""Search, ours and its peers', over one real health library in one run.

The folder of the library enters (corpus.jsonl.gz, questions-dev.jsonl, judgments-dev.tsv); a table,
JSON and a chart leave. Run by ``make bench`` or ``python -m benchmarks.search DATA``.

Every contestant does the same work for a query: the ten best sections of all that have any of its
words, how many there are, the counts of two facets over all of them, and ten snippets of about 200
characters with the words marked. Each is built and searched in a process of its own, one after the
other.
"""
