#include "sandbox/specimens/canonicalpdf.h"

#include <QByteArrayView>
#include <QList>

#include <algorithm>
#include <vector>

namespace finhub::sandbox {

namespace {
/// One `N 0 obj … endobj`, without that frame.
struct Object {
    QByteArray dictionary; ///< everything before the stream's bytes; references are here
    QByteArray stream;     ///< the stream with its keywords, or empty
};

struct Parsed {
    std::vector<Object> objects; ///< by number; 0 is not used
    qsizetype root = 0;
    qsizetype info = 0;
};

/// The digits at `at`, which moves behind them.
qsizetype number(QByteArrayView text, qsizetype& at)
{
    qsizetype value = 0;
    while (at < text.size() && text.at(at) >= '0' && text.at(at) <= '9')
        value = value * 10 + (text.at(at++) - '0');
    return value;
}

qsizetype numberAfter(const QByteArray& text, const char* word, qsizetype from)
{
    const qsizetype found = text.indexOf(word, from);
    if (found < 0)
        return 0;
    qsizetype at = found + static_cast<qsizetype>(qstrlen(word));
    return number(text, at);
}

/// Puts what `replace` returns for each `N 0 R` in the number's place.
template <typename Replace>
QByteArray withReferences(const QByteArray& text, Replace replace)
{
    QByteArray out;
    qsizetype copied = 0;
    for (qsizetype at = 0; at < text.size();) {
        if (text.at(at) < '0' || text.at(at) > '9') {
            ++at;
            continue;
        }
        const qsizetype start = at;
        const qsizetype referred = number(text, at);
        if (QByteArrayView(text).sliced(at).startsWith(" 0 R")) {
            out += text.mid(copied, start - copied) + QByteArray::number(replace(referred));
            copied = at;
        }
    }
    return out + text.mid(copied);
}

/// Reads objects by the cross-reference table; without a usable one there are no objects.
Parsed parsed(const QByteArray& pdf)
{
    Parsed out;
    const qsizetype table = numberAfter(pdf, "startxref\n", pdf.lastIndexOf("startxref"));
    if (table <= 0 || !QByteArrayView(pdf).sliced(std::min(table, pdf.size())).startsWith("xref\n0 "))
        return out;
    qsizetype at = table + 7;
    const qsizetype count = number(pdf, at);
    const qsizetype rows = at + 1;
    std::vector<std::pair<qsizetype, qsizetype>> offsets; // offset, number
    for (qsizetype i = 1; i < count; ++i) {
        qsizetype digits = rows + i * 20;
        offsets.emplace_back(number(pdf, digits), i);
    }
    std::sort(offsets.begin(), offsets.end());
    out.objects.resize(static_cast<std::size_t>(count));
    for (std::size_t i = 0; i < offsets.size(); ++i) {
        const qsizetype end = i + 1 < offsets.size() ? offsets[i + 1].first : table;
        const QByteArray body = pdf.mid(offsets[i].first, end - offsets[i].first);
        const qsizetype begin = body.indexOf(" obj\n") + 5;
        const qsizetype close = body.lastIndexOf("endobj");
        const qsizetype stream = body.indexOf("stream\n");
        Object& object = out.objects[static_cast<std::size_t>(offsets[i].second)];
        object.dictionary = body.mid(begin, (stream < 0 ? close : stream) - begin);
        if (stream >= 0)
            object.stream = body.mid(stream, close - stream);
    }
    out.root = numberAfter(pdf, "/Root ", table);
    out.info = numberAfter(pdf, "/Info ", table);
    return out;
}

/// The numbers of all objects in the order in which they are reached, catalogue first.
std::vector<qsizetype> reachedOrder(const Parsed& pdf)
{
    std::vector<bool> seen(pdf.objects.size(), false);
    std::vector<qsizetype> order;
    const auto reach = [&](qsizetype object) {
        const auto index = static_cast<std::size_t>(object);
        if (index > 0 && index < seen.size() && !seen[index]) {
            seen[index] = true;
            order.push_back(object);
        }
        return object;
    };
    reach(pdf.root);
    reach(pdf.info);
    for (std::size_t i = 0; i < order.size(); ++i)
        withReferences(pdf.objects[static_cast<std::size_t>(order[i])].dictionary, reach);
    return order;
}

/// `/FontName /QVAAAA+…`: the tag is made of the object's number, as Qt makes it.
void renameSubset(QByteArray& dictionary, qsizetype objectNumber)
{
    const qsizetype name = dictionary.indexOf("/FontName /Q");
    if (name < 0)
        return;
    for (int letter = 0; letter < 5; ++letter) {
        dictionary[name + 12 + letter] = static_cast<char>('A' + objectNumber % 26);
        objectNumber /= 26;
    }
}

void redate(QByteArray& dictionary, const QDate& madeOn)
{
    const qsizetype date = dictionary.indexOf("/CreationDate (");
    const qsizetype close = dictionary.indexOf(')', date);
    if (date >= 0 && close >= 0)
        dictionary.replace(date, close - date,
                           "/CreationDate (D:" + madeOn.toString(QStringLiteral("yyyyMMdd")).toLatin1() +
                               "090000Z");
}
} // namespace

QByteArray canonicalPdf(const QByteArray& written, const QDate& madeOn)
{
    const Parsed pdf = parsed(written);
    const std::vector<qsizetype> order = reachedOrder(pdf);
    if (order.empty())
        return written;
    std::vector<qsizetype> newNumber(pdf.objects.size(), 0);
    for (std::size_t i = 0; i < order.size(); ++i)
        newNumber[static_cast<std::size_t>(order[i])] = static_cast<qsizetype>(i) + 1;
    const auto renumber = [&](qsizetype old) {
        return old < static_cast<qsizetype>(newNumber.size()) ? newNumber[static_cast<std::size_t>(old)] : 0;
    };

    QByteArray out = written.left(written.indexOf("1 0 obj"));
    QByteArray table =
        "xref\n0 " + QByteArray::number(static_cast<qsizetype>(order.size()) + 1) + "\n0000000000 65535 f \n";
    for (std::size_t i = 0; i < order.size(); ++i) {
        const auto objectNumber = static_cast<qsizetype>(i) + 1;
        const Object& object = pdf.objects[static_cast<std::size_t>(order[i])];
        QByteArray dictionary = withReferences(object.dictionary, renumber);
        renameSubset(dictionary, objectNumber);
        if (order[i] == pdf.info)
            redate(dictionary, madeOn);
        QByteArray stream = object.stream;
        if (stream.contains("begincmap"))
            stream.replace("<0009>", "<0020>");
        table += QByteArray::number(out.size()).rightJustified(10, '0') + " 00000 n \n";
        out += QByteArray::number(objectNumber) + " 0 obj\n" + dictionary + stream + "endobj\n";
    }
    const QByteArray start = QByteArray::number(out.size());
    return out + table + "trailer\n<<\n/Size " +
           QByteArray::number(static_cast<qsizetype>(order.size()) + 1) + "\n/Info " +
           QByteArray::number(renumber(pdf.info)) + " 0 R\n/Root " + QByteArray::number(renumber(pdf.root)) +
           " 0 R\n>>\nstartxref\n" + start + "\n%%EOF\n";
}

} // namespace finhub::sandbox
