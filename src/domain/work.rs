//! The kinds of work at an artisanal mine: the code list of `practice.md` §1, with the words people use for each.

use super::{
    Text,
    choice::{self, Choice, Choices, choices},
};

/// One kind of work.
pub type Work = Choice;

/// All kinds, in the order in which they are offered.
pub static WORKS: Choices = choices!("work-";
    "digger" => ["digger", "miner", "creuseur", "creuseuse", "exploitant artisanal", "exploitante artisanale", "exploitant"],
    "driller" => ["driller", "breaker", "foreur", "foreuse"],
    "shoveller" => ["shoveller", "shoveler", "pelleteur", "pelleteuse"],
    "timberman" => ["timberman", "boiseur", "boiseuse"],
    "washer" => ["washer", "sifter", "shaker", "laveur", "laveuse", "tamiseur", "tamiseuse"],
    "diver" => ["diver", "plongeur", "plongeuse"],
    "pump_operator" => ["pump operator", "winch operator", "treuilleur", "treuilleuse", "motopompiste"],
    "carrier" => ["carrier", "porter", "transporteur", "transporteuse"],
    "pounder" => ["pounder", "crusher", "twangaise", "concasseur", "concasseuse"],
    "basin_owner" => ["basin owner", "loutrier", "loutriere"],
    "pit_chief" => ["pit chief", "gang leader", "pit leader", "chef de puits", "chef d equipe", "chef dequipe", "capita"],
    "pit_owner" => ["pit owner", "pdg", "president delegue general", "proprietaire de puits"],
    "supporter" => ["supporter", "soutien", "prefinanceur", "prefinanceuse", "financier"],
    "licence_holder" => ["licence holder", "license holder", "titulaire de licence", "titulaire"],
    "trader" => ["trader", "dealer", "negociant", "negociante", "collecteur", "comptoir", "acheteur"],
    "cook" => ["cook", "cuisinier", "cuisiniere", "restaurateur", "restauratrice"],
    "shopkeeper" => ["shopkeeper", "commercant", "commercante"],
    "guard" => ["guard", "gardien", "gardienne"],
    "site_manager" => ["site manager", "gestionnaire de site", "gestionnaire"],
    "clerk" => ["clerk", "secretaire", "secretary"],
);

/// Finds a kind of work by code or by a word people use.
pub fn find(text: &str) -> Option<&'static Work> {
    choice::find(WORKS, text)
}

/// Reads kinds of work separated by commas, as codes in the order typed, each once.
///
/// # Errors
/// `err-work` with the word nobody knows.
pub fn parse(text: &str) -> Result<Vec<&'static Work>, Text> {
    choice::parse(WORKS, text, "err-work")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fold::fold;

    #[test]
    fn words_of_the_trade() {
        let codes = |t: &str| parse(t).map(|w| w.iter().map(|w| w.code).collect::<Vec<_>>().join(","));
        assert_eq!(codes("creuseuse, Laveuse").unwrap(), "digger,washer");
        assert_eq!(codes("Chef d'équipe / PDG").unwrap(), "pit_chief,pit_owner");
        assert_eq!(codes("plon").unwrap(), "diver");
        assert_eq!(codes("digger, creuseur").unwrap(), "digger");
        assert_eq!(codes("").unwrap(), "");
        assert_eq!(codes("avocat").unwrap_err().id, "err-work");
        assert_eq!(codes("tr").unwrap_err().id, "err-work");
    }

    #[test]
    fn no_word_means_two_things() {
        let mut seen = std::collections::HashSet::new();
        for word in WORKS.iter().flat_map(|w| w.words) {
            assert_eq!(*word, fold(word));
            assert!(seen.insert(word), "{word}");
        }
    }
}
