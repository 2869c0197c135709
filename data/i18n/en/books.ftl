# Accounts, their books, statements.

