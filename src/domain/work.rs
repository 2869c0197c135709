//! The kinds of work at an artisanal mine: the code list of `practice.md` §1, with the words people use for each.

use super::{Text, fold::fold};

/// One kind of work.
#[derive(Debug, PartialEq, Eq)]
pub struct Work {
    /// The code that is stored and exported.
    pub code: &'static str,
    /// The key of its name in the language files.
    pub text_id: &'static str,
    /// Folded words that mean it, in French, English and local use, besides the translated name.
    pub words: &'static [&'static str],
}

macro_rules! work {
    ($code:literal, $words:expr $(,)?) => {
        Work { code: $code, text_id: concat!("work-", $code), words: $words }
    };
}

/// All kinds, in the order in which they are offered.
pub static WORKS: &[Work] = &[
    work!(
        "digger",
        &["digger", "miner", "creuseur", "creuseuse", "exploitant artisanal", "exploitante artisanale", "exploitant"],
    ),
    work!("driller", &["driller", "breaker", "foreur", "foreuse"]),
    work!("shoveller", &["shoveller", "shoveler", "pelleteur", "pelleteuse"]),
    work!("timberman", &["timberman", "boiseur", "boiseuse"]),
    work!("washer", &["washer", "sifter", "shaker", "laveur", "laveuse", "tamiseur", "tamiseuse"]),
    work!("diver", &["diver", "plongeur", "plongeuse"]),
    work!("pump_operator", &["pump operator", "winch operator", "treuilleur", "treuilleuse", "motopompiste"]),
    work!("carrier", &["carrier", "porter", "transporteur", "transporteuse"]),
    work!("pounder", &["pounder", "crusher", "twangaise", "concasseur", "concasseuse"]),
    work!("basin_owner", &["basin owner", "loutrier", "loutriere"]),
    work!(
        "pit_chief",
        &["pit chief", "gang leader", "pit leader", "chef de puits", "chef d equipe", "chef dequipe", "capita"],
    ),
    work!("pit_owner", &["pit owner", "pdg", "president delegue general", "proprietaire de puits"]),
    work!("supporter", &["supporter", "soutien", "prefinanceur", "prefinanceuse", "financier"]),
    work!("licence_holder", &["licence holder", "license holder", "titulaire de licence", "titulaire"]),
    work!("trader", &["trader", "dealer", "negociant", "negociante", "collecteur", "comptoir", "acheteur"]),
    work!("cook", &["cook", "cuisinier", "cuisiniere", "restaurateur", "restauratrice"]),
    work!("shopkeeper", &["shopkeeper", "commercant", "commercante"]),
    work!("guard", &["guard", "gardien", "gardienne"]),
    work!("site_manager", &["site manager", "gestionnaire de site", "gestionnaire"]),
    work!("clerk", &["clerk", "secretaire", "secretary"]),
];

/// Finds a kind of work by code or by a word people use; a beginning of at least three letters will do when it is the
/// only one.
pub fn find(text: &str) -> Option<&'static Work> {
    let word = fold(text);
    if word.is_empty() {
        return None;
    }
    let exact = WORKS.iter().find(|w| fold(w.code) == word || w.words.contains(&word.as_str()));
    if exact.is_some() || word.len() < 3 {
        return exact;
    }
    let mut close = WORKS.iter().filter(|w| w.words.iter().any(|t| t.starts_with(&word)));
    close.next().filter(|_| close.next().is_none())
}

/// Reads kinds of work separated by commas, semicolons or slashes, as codes in the order typed, each once.
///
/// # Errors
/// `err-work` with the word nobody knows.
pub fn parse(text: &str) -> Result<Vec<&'static Work>, Text> {
    let mut works: Vec<&'static Work> = Vec::new();
    for word in text.split([',', ';', '/', '+', '\n']).map(str::trim).filter(|w| !w.is_empty()) {
        let work = find(word).ok_or_else(|| Text::new("err-work").with("text", word))?;
        if !works.contains(&work) {
            works.push(work);
        }
    }
    Ok(works)
}

#[cfg(test)]
mod tests {
    use super::*;

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
