"""From a photo, a DOI, a PMID or a pasted line to a described article."""
