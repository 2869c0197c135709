//! Who has signed something, and how: each with a PIN, or in ink on paper that somebody has seen.

use super::{Text, book::codes, fold::fold};

codes!(
    /// How people have signed (product.md, rule 13).
    How, "err-how", "how-",
    /// Each with a PIN.
    Pin = "pin",
    /// In ink, on paper that somebody has seen.
    Ink = "ink",
);

/// Who has signed something, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signed {
    /// The first.
    pub first: String,
    /// The second; empty where one is enough.
    pub second: String,
    /// How both have signed; `None` where one is enough.
    pub how: Option<How>,
    /// Who has seen the paper, where it was signed in ink.
    pub seen_by: String,
}

impl Signed {
    /// Whether so many different people have signed.
    ///
    /// # Errors
    /// Who is missing, or that two are one.
    pub fn check(&self, signers: usize) -> Result<(), Text> {
        if self.first.is_empty() {
            return Err(Text::new("err-sign-first"));
        }
        if signers > 1 && self.second.is_empty() {
            return Err(Text::new("err-sign-second"));
        }
        if is_same(&self.first, &self.second) {
            return Err(Text::new("err-sign-same").with("name", self.first.as_str()));
        }
        Ok(())
    }

    /// Everybody who has signed, in words that need none of a language: `Amina · Jean`.
    pub fn names(&self) -> String {
        [self.first.as_str(), &self.second].into_iter().filter(|name| !name.is_empty()).collect::<Vec<_>>().join(" · ")
    }
}

/// Whether two names are of one person, however they are written; a number behind one of them says nothing, two that differ
/// are of two.
pub fn is_same(one: &str, other: &str) -> bool {
    let parts = |name: &str| {
        let (name, number) = name.split_once('(').unwrap_or((name, ""));
        (fold(name).trim().to_owned(), number.trim_end_matches(')').trim().to_owned())
    };
    let ((one, a), (other, b)) = (parts(one), parts(other));
    !one.is_empty() && one == other && (a.is_empty() || b.is_empty() || a == b)
}
