"""Sources of evidence: addresses, archived files, the evidence rule, knowledge-base ids."""
