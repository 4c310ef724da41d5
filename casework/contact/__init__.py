"""What anybody may open: three short forms, and the mailbox behind a receipt code."""
