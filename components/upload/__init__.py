"""What the upload page is made of: answers, findings, preview, publication and history. The loader does the work."""
