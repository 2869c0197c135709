# Comptes, leurs livres, états financiers.

export-ledger = Journal
export-contributions = Cotisations
cli-export-ledger = Écrire toutes les écritures du journal, pour qui les vérifie et pour les logiciels de comptabilité
cli-export-ledger--format = hledger, beancount, csv, xlsx ou json (selon la fin du nom du fichier, sinon csv)
cli-export-ledger--out = Fichier à écrire ; la sortie standard s’il manque ou si c’est « - »
cli-export-contributions = Écrire ce que les membres ont versé, une partie de versement par ligne
cli-export-contributions--format = csv, xlsx ou json (selon la fin du nom du fichier, sinon csv)
cli-export-contributions--out = Fichier à écrire ; la sortie standard s’il manque ou si c’est « - »
cli-say-exported-entries =
    { $count ->
        [one] Une écriture : { $path }
       *[other] { $count } écritures : { $path }
    }
books-asserted = Soldes tenus par le programme
