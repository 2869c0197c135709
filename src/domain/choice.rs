//! Code lists: what a field may be, with the words people use for it.

use super::{Text, fold::fold};

/// One entry of a code list.
#[derive(Debug, PartialEq, Eq)]
pub struct Choice {
    /// The code that is stored and exported.
    pub code: &'static str,
    /// The key of its name in the language files.
    pub text_id: &'static str,
    /// Folded words that mean it, in French, English and local use, besides the translated name.
    pub words: &'static [&'static str],
}

/// A code list in the order in which it is offered.
pub type Choices = &'static [Choice];

/// Writes a code list: `choices!("marital-"; "single" => ["celibataire"], …)`.
macro_rules! choices {
    ($prefix:literal; $($code:literal => [$($word:literal),* $(,)?]),+ $(,)?) => {
        &[$($crate::domain::choice::Choice {
            code: $code, text_id: concat!($prefix, $code), words: &[$($word),*],
        }),+]
    };
}
pub(crate) use choices;

/// Finds an entry by its code or by a word people use; a beginning of at least three letters will do when it leaves one
/// entry only.
pub fn find(choices: Choices, text: &str) -> Option<&'static Choice> {
    let word = fold(text);
    if word.is_empty() {
        return None;
    }
    let exact = choices.iter().find(|c| fold(c.code) == word || c.words.contains(&word.as_str()));
    if exact.is_some() || word.len() < 3 {
        return exact;
    }
    let begins = |c: &&Choice| fold(c.code).starts_with(&word) || c.words.iter().any(|w| w.starts_with(&word));
    let mut close = choices.iter().filter(begins);
    close.next().filter(|_| close.next().is_none())
}

/// Reads entries separated by commas, semicolons, slashes or plus signs, in the order typed, each once.
///
/// # Errors
/// `error` with the word nobody knows.
pub fn parse(choices: Choices, text: &str, error: &'static str) -> Result<Vec<&'static Choice>, Text> {
    let mut found: Vec<&'static Choice> = Vec::new();
    for word in text.split([',', ';', '/', '+', '\n']).map(str::trim).filter(|w| !w.is_empty()) {
        let choice = find(choices, word).ok_or_else(|| Text::new(error).with("text", word))?;
        if !found.contains(&choice) {
            found.push(choice);
        }
    }
    Ok(found)
}

/// The codes of entries, separated by commas.
pub fn codes(found: &[&Choice]) -> String {
    found.iter().map(|c| c.code).collect::<Vec<_>>().join(",")
}

/// What somebody put on a paper form.
pub static MARKS: Choices = choices!("mark-";
    "signature" => ["signe", "signed", "oui", "yes"],
    "thumb" => ["empreinte", "pouce", "thumbprint", "fingerprint"],
    "neither" => ["aucune", "non", "no"],
);

/// Minerals (practice.md §7).
pub static SUBSTANCES: Choices = choices!("substance-";
    "diamond" => ["diamant", "mbongu", "diamonds"],
    "gold" => ["or", "dhahabu"],
    "coltan" => ["tantale", "tantalum"],
    "cassiterite" => ["etain", "tin"],
    "wolframite" => ["tungstene", "tungsten", "wolfram"],
    "copper" => ["cuivre", "malachite"],
    "cobalt" => ["heterogenite"],
    "gemstone" => ["tourmaline", "saphir", "sapphire", "pierre de couleur", "emeraude"],
    "other" => ["autre"],
);

/// How much of the year somebody mines.
pub static WORK_TIMES: Choices = choices!("work-time-";
    "full" => ["plein temps", "permanent", "full time", "toute l annee"],
    "seasonal" => ["saisonnier", "saisonniere", "saison seche", "season"],
    "occasional" => ["occasionnel", "occasionnelle", "parfois", "sometimes"],
);

/// Marital status.
pub static MARITAL: Choices = choices!("marital-";
    "single" => ["celibataire", "unmarried"],
    "married" => ["marie", "mariee"],
    "union" => ["union libre", "union de fait", "concubinage", "cohabiting"],
    "separated" => ["separe", "separee"],
    "divorced" => ["divorce", "divorcee"],
    "widowed" => ["veuf", "veuve", "widow", "widower"],
);

/// Whether somebody reads and writes.
pub static LITERACY: Choices = choices!("literacy-";
    "neither" => ["aucune", "analphabete", "illiterate", "non", "no"],
    "reads" => ["lit", "sait lire", "reads"],
    "writes" => ["lit et ecrit", "sait lire et ecrire", "reads and writes", "oui", "yes"],
);

/// Which body admitted somebody (AUSCOOP art. 10: the managing body, then the assembly validates).
pub static ADMITTERS: Choices = choices!("admitter-";
    "committee" => ["comite", "comite de gestion", "management committee", "conseil", "board"],
    "assembly" => ["assemblee", "ag", "assemblee generale", "general assembly"],
    "founders" => ["fondateur", "fondateurs", "constitutive", "founder"],
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_means_two_things_and_all_are_folded() {
        for list in [MARKS, SUBSTANCES, WORK_TIMES, MARITAL, LITERACY, ADMITTERS] {
            let mut seen = std::collections::HashSet::new();
            for word in list.iter().flat_map(|c| c.words) {
                assert_eq!(*word, fold(word));
                assert!(seen.insert(word), "{word}");
            }
        }
    }

    #[test]
    fn words_and_beginnings_are_read() {
        let codes_of = |text| parse(SUBSTANCES, text, "err-choice").map(|found| codes(&found));
        assert_eq!(codes_of("Diamants, or").map_err(|e| e.id), Err("err-choice"));
        assert_eq!(codes_of("Diamant / or").unwrap(), "diamond,gold");
        assert_eq!(codes_of("cass").unwrap(), "cassiterite");
        assert_eq!(find(MARITAL, "mar").unwrap().code, "married");
        assert_eq!(find(MARITAL, "x"), None);
    }
}
