"""The search engines that take part, one module each."""
