"""Lists of hits, contents and alerts, whatever their site."""
