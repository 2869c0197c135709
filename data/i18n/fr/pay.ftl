# Encaissements : reçus, carnets de reçus, lots de paiements.

