"""The talk of the upload page: answers, findings, preview, publication and history. The loader does the work."""
