# Taking payments: receipts, receipt books, batches.

