"""The spreadsheet that editors keep: one row a listing."""
