//! What a book is about: the cooperative, its country, legal form and currencies.

use super::{Text, fold::fold};

macro_rules! codes {
    ($(#[$doc:meta])* $name:ident, $error:literal, $prefix:literal,
     $($(#[$vdoc:meta])* $variant:ident = $code:literal),+ $(,)?) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }
        impl $name {
            /// All values, in the order in which a person is offered them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// The code that is stored, exported and typed on the command line.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }
            /// The key of its name in the language files.
            pub const fn text_id(self) -> &'static str {
                match self { $(Self::$variant => concat!($prefix, $code)),+ }
            }
            /// Reads a code; case does not matter.
            ///
            /// # Errors
            /// A text that names the code nobody knows.
            pub fn from_code(code: &str) -> Result<Self, $crate::domain::Text> {
                Self::ALL.iter().copied().find(|v| v.code().eq_ignore_ascii_case(code.trim()))
                    .ok_or_else(|| $crate::domain::Text::new($error).with("text", code.trim()))
            }
        }
    };
}
pub(crate) use codes;

codes!(
    /// Countries whose rules and telephone numbers are known; the code is ISO 3166-1 alpha-2.
    Country, "err-country", "country-",
    /// Democratic Republic of the Congo.
    Cd = "CD",
    /// Sierra Leone.
    Sl = "SL",
    /// Côte d'Ivoire.
    Ci = "CI",
    /// Central African Republic.
    Cf = "CF",
    /// Guinea.
    Gn = "GN",
    /// Ghana.
    Gh = "GH",
);

impl Country {
    /// Reads a code, or what people call the country for short.
    ///
    /// # Errors
    /// When it is no country of this program.
    pub fn parse(text: &str) -> Result<Self, Text> {
        match fold(text).as_str() {
            "rdc" | "drc" | "congo" => Ok(Self::Cd),
            "rca" | "car" | "centrafrique" => Ok(Self::Cf),
            _ => Self::from_code(text),
        }
    }

    /// Calling code and number of digits behind it.
    pub const fn phone(self) -> (&'static str, usize) {
        match self {
            Self::Cd => ("243", 9),
            Self::Sl => ("232", 8),
            Self::Ci => ("225", 10),
            Self::Cf => ("236", 8),
            Self::Gn => ("224", 9),
            Self::Gh => ("233", 9),
        }
    }

    /// Whether the uniform act of OHADA on cooperatives applies there (law.md §1, §4).
    pub const fn is_ohada(self) -> bool {
        matches!(self, Self::Cd | Self::Ci | Self::Cf | Self::Gn)
    }

    /// The currency that a cooperative of that country keeps its books in unless it says otherwise.
    pub const fn currency(self) -> &'static str {
        match self {
            Self::Cd => "CDF",
            Self::Sl => "SLE",
            Self::Ci => "XOF",
            Self::Cf => "XAF",
            Self::Gn => "GNF",
            Self::Gh => "GHS",
        }
    }
}

codes!(
    /// Legal forms of a cooperative (OHADA uniform act on cooperatives, articles 204 ff. and 267 ff.).
    LegalForm, "err-legal-form", "legal-form-",
    /// Simplified cooperative.
    Scoops = "scoops",
    /// Cooperative with a board of directors.
    Coopca = "coopca",
    /// Any other form: outside OHADA, or not yet formed.
    Other = "other",
);

/// ISO 4217 codes of the currencies that can be chosen.
pub const CURRENCIES: &[&str] = &["CDF", "USD", "SLE", "XOF", "XAF", "GNF", "GHS", "EUR", "RWF", "UGX", "ZMW", "KES"];

/// Reads a currency code.
///
/// # Errors
/// `err-currency` with the code nobody knows.
pub fn currency(code: &str) -> Result<String, Text> {
    let upper = code.trim().to_uppercase();
    if CURRENCIES.contains(&upper.as_str()) {
        return Ok(upper);
    }
    Err(Text::new("err-currency").with("text", code.trim()).with("known", CURRENCIES.join(", ")))
}

/// The cooperative that a book belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coop {
    /// Its name.
    pub name: String,
    /// Where it is.
    pub country: Country,
    /// What it is in law.
    pub legal_form: LegalForm,
    /// The currency of its books.
    pub currency: String,
    /// Further currencies it handles.
    pub also: Vec<String>,
    /// Its seat; blank until it is known.
    pub seat: String,
}
