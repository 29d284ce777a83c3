"""The whole site as files, for clinics that have plain hosting only: ``python -m portal export``.

The app itself is asked for every page, so nothing is rendered twice in two ways. `crawl` asks,
`links` turns the site's addresses into relative ones, `search_files` writes the index that
`search.js` searches in the visitor's browser, `folder` puts files down and removes what is gone.
"""
