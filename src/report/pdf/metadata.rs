//! What a paper says of itself: title, language, day, and which standards it keeps (ISO 19005-2, ISO 14289-1).

use super::file::{File, Ref, string};
use crate::report::Report;

/// Grey, as the printer knows it.
const GREY: &[u8] = include_bytes!("../../../data/fonts/grey.icc");

const PRODUCER: &str = concat!("Ushirika ", env!("CARGO_PKG_VERSION"));

/// Writes the last objects, and gives the bytes of the file.
pub fn finish(mut file: File, report: &Report, pages: Ref, structure: Ref) -> Vec<u8> {
    let (metadata, grey) = (file.id(), file.id());
    // as it is, so that programs that know nothing of PDF find it
    file.plain(metadata, "/Type/Metadata/Subtype/XML", xmp(report).as_bytes());
    file.stream(grey, "/N 1", GREY);
    let catalog = file.add(&format!(
        "<</Type/Catalog/Pages {pages}/Lang{}/MarkInfo<</Marked true>>/StructTreeRoot {structure}/Metadata {metadata}\
         /ViewerPreferences<</DisplayDocTitle true>>/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1\
         /OutputConditionIdentifier(Grey)/Info(Grey)/DestOutputProfile {grey}>>]>>",
        string(&report.language),
    ));
    let info = file.add(&format!(
        "<</Title{}/Author{}/Producer{}/CreationDate(D:{}000000Z)>>",
        string(&report.title),
        string(&report.organisation),
        string(PRODUCER),
        report.made_on.format("%Y%m%d"),
    ));
    file.finish(catalog, info)
}

fn xmp(report: &Report) -> String {
    let (title, author, language) = (escape(&report.title), escape(&report.organisation), escape(&report.language));
    let day = report.made_on;
    let author = match author.as_str() {
        "" => String::new(),
        author => format!("<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>\n"),
    };
    format!(
        r#"<?xpacket begin="{bom}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
{author}<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{day}T00:00:00Z</xmp:CreateDate>
<pdf:Producer>{PRODUCER}</pdf:Producer>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"#,
        bom = '\u{feff}'
    )
}

/// A text as XML; what XML does not allow is left out.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
