//! What several changes of one row come to: the sum that an undo inverts and the check compares with the row.

use super::{
    audit::Table,
    log::{Image, Op, parse_image, split},
};
use serde_json::Value;

/// The sum of changes of one row, its image in the writing of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Net {
    pub table: &'static Table,
    pub record: i64,
    pub op: Op,
    pub image: String,
}

/// A change that cannot follow the ones before it, or an image that is none.
#[derive(Debug)]
pub(super) struct Nonsense;

/// Adds a change to the sum so far; the sum is `None` when the row is as if nothing had happened.
pub(super) fn add(sum: Option<(Op, String)>, op: Op, image: String) -> Result<Option<(Op, String)>, Nonsense> {
    let Some((was, base)) = sum else { return Ok(Some((op, image))) };
    let parse = |text: &str| parse_image(text).ok_or(Nonsense);
    Ok(match (was, op) {
        (Op::Insert, Op::Update) => {
            let mut row = parse(&base)?;
            put(&mut row, split(parse(&image)?).ok_or(Nonsense)?.1);
            Some((Op::Insert, text(row)))
        }
        (Op::Insert, Op::Delete) => None,
        (Op::Update, Op::Update) => {
            let (mut pairs, later) = (parse(&base)?, parse(&image)?);
            for (column, pair) in later {
                let merged = match (pairs.get(&column), pair) {
                    (Some(Value::Array(first)), Value::Array(last)) => {
                        Value::Array(vec![first.first().ok_or(Nonsense)?.clone(), last.last().ok_or(Nonsense)?.clone()])
                    }
                    (_, pair) => pair,
                };
                pairs.insert(column, merged);
            }
            pairs.retain(|_, pair| pair.get(0) != pair.get(1));
            (!pairs.is_empty()).then(|| (Op::Update, text(pairs)))
        }
        (Op::Update, Op::Delete) => {
            let mut row = parse(&image)?;
            put(&mut row, split(parse(&base)?).ok_or(Nonsense)?.0);
            Some((Op::Delete, text(row)))
        }
        (Op::Delete, Op::Insert) => {
            let (old, mut new) = (parse(&base)?, parse(&image)?);
            let mut pairs = Image::new();
            for (column, before) in old {
                let after = new.remove(&column).unwrap_or_default();
                if before != after {
                    pairs.insert(column, Value::Array(vec![before, after]));
                }
            }
            pairs.extend(new.into_iter().map(|(column, after)| (column, Value::Array(vec![Value::Null, after]))));
            (!pairs.is_empty()).then(|| (Op::Update, text(pairs)))
        }
        _ => return Err(Nonsense),
    })
}

/// Puts columns into a row; a blank takes the column away.
fn put(row: &mut Image, columns: Image) {
    for (column, value) in columns {
        if value.is_null() {
            row.remove(&column);
        } else {
            row.insert(column, value);
        }
    }
}

fn text(image: Image) -> String {
    Value::Object(image).to_string()
}

/// The columns in which two rows differ.
pub(super) fn differences(a: &Image, b: &Image) -> Vec<String> {
    let mut columns: Vec<String> =
        a.iter().filter(|(column, value)| b.get(*column) != Some(value)).map(|(column, _)| column.clone()).collect();
    columns.extend(b.keys().filter(|column| !a.contains_key(*column)).cloned());
    columns
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sum(changes: &[(Op, &str)]) -> Option<(Op, String)> {
        changes.iter().fold(None, |sum, (op, image)| add(sum, *op, (*image).to_owned()).unwrap())
    }

    #[test]
    fn changes_of_one_row_add_up() {
        use Op::{Delete, Insert, Update};
        let is = |changes: &[(Op, &str)], op, image: &str| assert_eq!(sum(changes), Some((op, image.to_owned())));
        is(&[(Insert, r#"{"a":1,"b":2}"#), (Update, r#"{"a":[1,3],"b":[2,null]}"#)], Insert, r#"{"a":3}"#);
        is(
            &[(Update, r#"{"a":[1,2]}"#), (Update, r#"{"a":[2,3],"b":[null,1]}"#)],
            Update,
            r#"{"a":[1,3],"b":[null,1]}"#,
        );
        is(&[(Update, r#"{"a":[1,2]}"#), (Delete, r#"{"a":2,"b":1}"#)], Delete, r#"{"a":1,"b":1}"#);
        is(&[(Delete, r#"{"a":1,"b":1}"#), (Insert, r#"{"a":2,"b":1}"#)], Update, r#"{"a":[1,2]}"#);
        assert_eq!(sum(&[(Insert, "{}"), (Delete, "{}")]), None);
        assert_eq!(sum(&[(Update, r#"{"a":[1,2]}"#), (Update, r#"{"a":[2,1]}"#)]), None);
        assert!(add(Some((Insert, "{}".into())), Insert, "{}".into()).is_err());
    }
}
