# Groupes d’épargne et soldes d’ouverture.

