//! Amounts of money: whole minor units of a currency, never a fraction of one.

use super::{Text, book};
use std::fmt;

/// An amount in the smallest unit of its currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amount {
    /// Minor units: centimes, cents.
    pub minor: i64,
    /// ISO 4217 code.
    pub currency: String,
}

/// How many decimals a currency has (ISO 4217).
pub fn decimals(currency: &str) -> u32 {
    match currency {
        "XOF" | "XAF" | "GNF" | "RWF" | "UGX" => 0,
        _ => 2,
    }
}

/// The largest amount that is read, in major units: more is a typing error.
const MOST: i64 = 1_000_000_000_000;

impl Amount {
    /// Reads `1 234,50`, `1,234.50`, `40 USD`, `$40` or `1200 FC`; without a currency it is the `usual` one.
    ///
    /// # Errors
    /// `err-amount` with the text, `err-amount-decimals` with what the currency has.
    pub fn parse(text: &str, usual: &str) -> Result<Self, Text> {
        let wrong = || Text::new("err-amount").with("text", text.trim());
        if !text.contains(|c: char| c.is_ascii_digit()) {
            return Err(wrong());
        }
        let is_figure = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '\'') || c.is_whitespace();
        let sign: String = text.chars().filter(|c| !is_figure(*c)).collect();
        let figure: String = text.chars().filter(|c| is_figure(*c) && !c.is_whitespace() && *c != '\'').collect();
        let currency = match sign.to_uppercase().as_str() {
            "" => usual.to_owned(),
            "$" | "US$" => "USD".to_owned(),
            "€" => "EUR".to_owned(),
            "FC" => "CDF".to_owned(),
            "FCFA" | "CFA" | "F" if matches!(usual, "XOF" | "XAF") => usual.to_owned(),
            code if code.chars().all(char::is_alphabetic) => book::currency(code).map_err(|_| wrong())?,
            _ => return Err(wrong()),
        };
        let (negative, figure) = figure.strip_prefix('-').map_or((false, figure.as_str()), |rest| (true, rest));
        // the last point or comma parts the decimals, unless three digits or nothing follow it, or it comes again
        let last = figure.rfind(['.', ',']);
        let parts_decimals = last.filter(|at| {
            let behind = figure.len() - at - 1;
            let again = figure.matches(&figure[*at..=*at]).count() > 1;
            (1..=2).contains(&behind) && !again
        });
        let (whole, fraction) = parts_decimals.map_or((figure, ""), |at| (&figure[..at], &figure[at + 1..]));
        let whole = group(whole).ok_or_else(wrong)?;
        let places = decimals(&currency);
        if fraction.len() > places as usize {
            let text = Text::new("err-amount-decimals").with("currency", currency.as_str()).with("decimals", places);
            return Err(text);
        }
        let digits = |t: &str| t.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() || !digits(&whole) || !digits(fraction) {
            return Err(wrong());
        }
        let scale = 10_i64.pow(places);
        let major: i64 = whole.parse().ok().filter(|n| *n <= MOST).ok_or_else(wrong)?;
        let behind: i64 = format!("{fraction:0<width$}", width = places as usize).parse().unwrap_or(0);
        let minor = major * scale + behind;
        Ok(Self { minor: if negative { -minor } else { minor }, currency })
    }

    /// Reads an amount where the currency is known: another one is refused.
    ///
    /// # Errors
    /// Those of [`Amount::parse`]; `err-account-other` with the one that is meant.
    pub fn parse_in(text: &str, currency: &str) -> Result<Self, Text> {
        let amount = Self::parse(text, currency)?;
        let is_other = amount.currency != currency;
        if is_other { Err(Text::new("err-account-other").with("currency", currency)) } else { Ok(amount) }
    }

    /// The amount as figures with a point, without the currency: `1234.50`.
    pub fn figures(&self) -> String {
        let scale = 10_u64.pow(decimals(&self.currency));
        let (whole, part) = (self.minor.unsigned_abs() / scale, self.minor.unsigned_abs() % scale);
        let sign = if self.minor < 0 { "-" } else { "" };
        if scale == 1 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{part:02}") }
    }
}

/// Whether a text is an amount in the form in which it is kept, with or without its currency: `1234.50 CDF`.
pub fn is_kept(text: &str) -> bool {
    let (figure, currency) = text.split_once(' ').unwrap_or((text, ""));
    let (whole, part) = figure.split_once('.').unwrap_or((figure, "00"));
    let digits = |t: &str| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit());
    digits(whole.strip_prefix('-').unwrap_or(whole))
        && digits(part)
        && part.len() == 2
        && currency.bytes().all(|b| b.is_ascii_uppercase())
}

/// Amounts of several currencies as a message.
pub fn listed(amounts: &[Amount]) -> Text {
    match amounts {
        [] => Text::new("amounts-none"),
        [one] => Text::new("amounts-one").with("amount", one.clone()),
        [one, rest @ ..] => Text::new("amounts-more").with("amount", one.clone()).with("rest", listed(rest)),
    }
}

/// Takes out what groups thousands; `None` when the groups are not of three.
fn group(whole: &str) -> Option<String> {
    let mut parts = whole.split(['.', ',']);
    let first = parts.next()?.to_owned();
    let is_grouped = |part: &str| part.len() == 3;
    let rest: Vec<&str> = parts.collect();
    if !rest.is_empty() && (first.is_empty() || first.len() > 3) || !rest.iter().all(|part| is_grouped(part)) {
        return None;
    }
    Some(first + &rest.concat())
}

impl fmt::Display for Amount {
    /// `1234.50 CDF`: what is stored in text, exported, and can be typed again.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.figures(), self.currency)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn both_ways_of_writing_are_read() {
        let is = |text: &str, minor, currency: &str| {
            assert_eq!(Amount::parse(text, "CDF"), Ok(Amount { minor, currency: currency.to_owned() }), "{text}");
        };
        is("1 234,50", 123_450, "CDF");
        is("1,234.50", 123_450, "CDF");
        is("1.234", 123_400, "CDF");
        is("40 $", 4_000, "USD");
        is("us$ 40.5", 4_050, "USD");
        is("1\u{202f}200 FC", 120_000, "CDF");
        is("12000 xof", 12_000, "XOF");
        is("-3,05", -305, "CDF");
        is("1'000'000", 100_000_000, "CDF");
    }

    #[test]
    fn what_is_no_amount_says_so() {
        let id = |text: &str| Amount::parse(text, "CDF").unwrap_err().id;
        for text in ["", "x", "1-2", "12,34,5", "1..2", "99999999999999999999", ",5", "1234,567"] {
            assert_ne!(Amount::parse(text, "CDF").ok().map(|a| a.minor), Some(0), "{text}");
            assert!(Amount::parse(text, "CDF").is_err(), "{text}");
        }
        assert_eq!(id("5,5 XAF"), "err-amount-decimals");
        assert_eq!(id("5 ZZZ"), "err-amount");
        assert_eq!(id("50,5x"), "err-amount");
        assert_eq!(id("abc"), "err-amount");
        assert_eq!(id("1/9/2026"), "err-amount");
        // where the currency is known, figures of another are not taken for its own
        assert_eq!(Amount::parse_in("5 USD", "CDF").unwrap_err().id, "err-account-other");
        assert_eq!(Amount::parse_in("5 FC", "CDF"), Ok(Amount { minor: 500, currency: "CDF".into() }));
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(minor in -1_000_000_000_000i64..1_000_000_000_000, at in 0..book::CURRENCIES.len()) {
            let amount = Amount { minor, currency: book::CURRENCIES[at].to_owned() };
            prop_assert_eq!(Amount::parse(&amount.to_string(), "CDF"), Ok(amount));
        }
    }
}
