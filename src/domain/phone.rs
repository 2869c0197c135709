//! Telephone numbers of the countries where Ushirika is used.

use super::{Text, book::Country};

/// Reads a telephone number. A number that has the length of the country's own becomes international
/// (`0812345678` in the DR Congo is `+243812345678`); any other of 6 to 15 digits is kept as typed, without blanks. Where
/// numbers are dialled with a 0 in front, one that begins so and is too short or too long has a digit missing or too many.
///
/// # Errors
/// `err-phone-letters`, `err-phone-length` and `err-phone-national`.
pub fn parse(text: &str, country: Country) -> Result<String, Text> {
    let text = text.trim();
    let mut digits = String::new();
    for c in text.chars() {
        match c {
            '0'..='9' => digits.push(c),
            '+' | ' ' | '-' | '.' | '/' | '(' | ')' | '\u{a0}' | '\u{202f}' => {}
            _ => return Err(Text::new("err-phone-letters").with("text", text)),
        }
    }
    let (code, length) = country.phone();
    let plus = text.starts_with('+') || text.starts_with("00");
    let mut international = digits.as_str();
    while let Some(rest) = international.strip_prefix("00") {
        // more zeros than two lead nowhere; what is kept must read back as it is
        international = rest;
    }
    let dialled = |number: &str| if length < 10 { number.strip_prefix('0').map(str::to_owned) } else { None };
    if let Some(national) = international.strip_prefix(code) {
        // +243 0812345678: the 0 is for callers inside the country
        let national = dialled(national).unwrap_or_else(|| national.to_owned());
        if national.len() == length {
            return Ok(format!("+{code}{national}"));
        }
    }
    if !plus {
        let inside = dialled(&digits);
        let national = inside.as_deref().unwrap_or(&digits);
        if national.len() == length {
            return Ok(format!("+{code}{national}"));
        }
        if inside.is_some() && digits.len() >= 6 {
            let text = Text::new("err-phone-national").with("text", text);
            return Err(text.with("digits", national.len()).with("length", length));
        }
    }
    match international.len() {
        6..=15 if plus => Ok(format!("+{international}")),
        6..=15 => Ok(digits),
        n => Err(Text::new("err-phone-length").with("text", text).with("digits", n)),
    }
}

/// The number in groups, as it is read aloud: `+243 81 234 5678`.
pub fn show(phone: &str) -> String {
    let Some((code, national)) = Country::ALL.iter().find_map(|country| {
        let (code, length) = country.phone();
        let national = phone.strip_prefix('+')?.strip_prefix(code)?;
        (national.len() == length).then_some((code, national))
    }) else {
        return phone.to_owned();
    };
    // groups of two, three and the rest, as the operators print them; the ten digits of Côte d'Ivoire go in pairs and more
    format!("+{code} {} {} {}", &national[..2], &national[2..5], &national[5..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn national_numbers_become_international() {
        let cd = |t: &str| parse(t, Country::Cd);
        assert_eq!(cd("0812345678").unwrap(), "+243812345678");
        assert_eq!(cd("812 345 678").unwrap(), "+243812345678");
        assert_eq!(cd("00243 81-234-5678").unwrap(), "+243812345678");
        assert_eq!(cd("243812345678").unwrap(), "+243812345678");
        assert_eq!(cd("+33 6 12 34 56 78").unwrap(), "+33612345678");
        assert_eq!(cd("081234567x").unwrap_err().id, "err-phone-letters");
        assert_eq!(cd("12345").unwrap_err().id, "err-phone-length");
        // a digit is missing, or there is one too many
        assert_eq!(cd("081234567").unwrap_err().id, "err-phone-national");
        assert_eq!(cd("08123456789").unwrap_err().id, "err-phone-national");
        assert_eq!(cd("+2430812345678").unwrap(), "+243812345678");
        assert_eq!(cd("2430812345678").unwrap(), "+243812345678");
        assert_eq!(cd("81234567").unwrap(), "81234567");
        assert_eq!(parse("070102030", Country::Ci).unwrap(), "070102030");
        assert_eq!(cd("000000000").unwrap_err().id, "err-phone-length");
        assert_eq!(parse("076 123456", Country::Sl).unwrap(), "+23276123456");
        assert_eq!(parse("0701020304", Country::Ci).unwrap(), "+2250701020304");
        assert_eq!(show("+243812345678"), "+243 81 234 5678");
        assert_eq!(show("+23276123456"), "+232 76 123 456");
        assert_eq!(show("123456"), "123456");
        for typed in ["0812345678", "+33612345678", "123456"] {
            let once = cd(typed).unwrap();
            assert_eq!(cd(&show(&once)).unwrap(), once);
        }
    }
}
