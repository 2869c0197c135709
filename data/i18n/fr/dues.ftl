# Sommes dues : échéanciers, remises, arriérés, parts sociales.

