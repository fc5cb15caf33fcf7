"""How fast a PDF is read to mentions, beside what pdfium and pdfplumber take for the same file in the same run."""
