//! A message before it has a language: the key of a text and what fills its blanks.

use super::amount::Amount;

/// What fills a blank of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    /// Words, already in the form a person reads.
    Str(String),
    /// A count; it chooses between singular and plural.
    Num(i64),
    /// An amount in its kept form, `1250.50 USD`, written as the language does.
    Amount(String),
    /// Another message, put into words in the same language.
    Text(Text),
}

/// A message: the key of a text in the language files and its arguments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// The key, such as `err-day-none`.
    pub id: &'static str,
    /// Names and values of the blanks.
    pub args: Vec<(&'static str, Arg)>,
}

impl Text {
    /// A message without blanks.
    pub const fn new(id: &'static str) -> Self {
        Self { id, args: Vec::new() }
    }

    /// The same message with one more blank filled.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }
}

impl From<&str> for Arg {
    fn from(value: &str) -> Self {
        Self::Str(value.to_owned())
    }
}
impl From<String> for Arg {
    fn from(value: String) -> Self {
        Self::Str(value)
    }
}
impl From<Text> for Arg {
    fn from(value: Text) -> Self {
        Self::Text(value)
    }
}
impl From<Amount> for Arg {
    fn from(value: Amount) -> Self {
        Self::Amount(value.to_string())
    }
}
macro_rules! counts {
    ($($t:ty)*) => { $(impl From<$t> for Arg {
        fn from(value: $t) -> Self {
            // a count beyond i64 does not occur in a book
            Self::Num(i64::try_from(value).unwrap_or(i64::MAX))
        }
    })* };
}
counts!(i32 i64 u32 u64 usize);
