"""What several tests share: builders of small pages, the naive engine."""
