"""PDF files as pdfium sees them."""
