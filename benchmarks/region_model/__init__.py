"""Training of the table of weights by which saved web pages are parted into content and furniture.

`python -m benchmarks.region_model FOLDER` needs the dependency group ``training``.
"""
