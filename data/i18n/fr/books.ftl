# Comptes, leurs livres, états financiers.

