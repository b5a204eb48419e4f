#include "core/customercsv.h"

#include <QHash>
#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace finhub {

namespace {
constexpr std::array Separators{',', ';', '\t'};

/// The records of a file, one after the other. Ids are ASCII, so the bytes need no decoding, and a column in
/// whatever encoding does no harm to the others.
class Records {
public:
    explicit Records(const QByteArray& bytes)
        : m_bytes(bytes)
    {
    }

    struct Record {
        int line = 0;
        QList<QByteArray> fields;
        std::optional<CsvFault> fault;
    };

    bool atEnd() const { return m_at >= m_bytes.size(); }
    void setSeparator(char separator) { m_separator = separator; }

    Record next()
    {
        Record record;
        record.line = m_line;
        const qsizetype start = m_at;
        const int startLine = m_line;
        record.fault = read(record.fields);
        if (record.fault == CsvFault::QuoteOpen) {
            // The quotation mark may have swallowed what follows: only its own line is lost.
            m_at = start;
            m_line = startLine;
        }
        if (record.fault)
            skipLine();
        return record;
    }

private:
    std::optional<CsvFault> read(QList<QByteArray>& fields)
    {
        const qsizetype start = m_at;
        QByteArray field;
        bool quoted = false;
        while (true) {
            if (m_at - start > MaxCsvLine)
                return quoted ? CsvFault::QuoteOpen : CsvFault::LineTooLong;
            const bool end = atEnd();
            const char c = end ? '\n' : m_bytes.at(m_at);
            if (quoted) {
                if (end)
                    return CsvFault::QuoteOpen;
                ++m_at;
                if (c == '\n')
                    ++m_line;
                if (c != '"') {
                    field += c;
                } else if (!atEnd() && m_bytes.at(m_at) == '"') {
                    field += '"';
                    ++m_at;
                } else {
                    quoted = false;
                }
            } else if (c == '\n' || c == '\r') {
                fields.append(field.trimmed());
                endLine();
                return std::nullopt;
            } else if (c == m_separator) {
                fields.append(field.trimmed());
                field.clear();
                ++m_at;
            } else if (c == '"' && field.trimmed().isEmpty()) {
                field.clear();
                quoted = true;
                ++m_at;
            } else {
                field += c;
                ++m_at;
            }
        }
    }

    void skipLine()
    {
        while (!atEnd() && m_bytes.at(m_at) != '\n' && m_bytes.at(m_at) != '\r')
            ++m_at;
        endLine();
    }

    /// LF, CR LF and CR alone end a line.
    void endLine()
    {
        const bool both = m_bytes.mid(m_at, 2) == "\r\n";
        m_at = std::min(m_at + (both ? 2 : 1), m_bytes.size());
        ++m_line;
    }

    const QByteArray& m_bytes;
    qsizetype m_at = 0;
    int m_line = 1;
    char m_separator = ',';
};

/// Which column is what; -1: there is none.
struct Columns {
    int customer = 0;
    int verification = 1;
    int user = -1;
};

/// "Customer_ID" and "customer id" mean the same.
QByteArray plainName(const QByteArray& field)
{
    QByteArray name;
    for (const char c : field) {
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
            name += c;
    }
    return name.toLower();
}

std::optional<Columns> columnsOf(const QList<QByteArray>& header)
{
    Columns columns{-1, -1, -1};
    for (int i = 0; i < header.size(); ++i) {
        const QByteArray name = plainName(header.at(i));
        int* column = nullptr;
        if (name == "customerid" || name == "customer")
            column = &columns.customer;
        else if (name == "verificationid" || name == "verification")
            column = &columns.verification;
        else if (name == "userid" || name == "user")
            column = &columns.user;
        if (column && *column < 0)
            *column = i;
    }
    if (columns.customer < 0)
        return std::nullopt;
    return columns;
}

/// The separator that the first line has most of; a comma when it has none.
char separatorOf(const QByteArray& bytes)
{
    std::array<int, Separators.size()> counts{};
    bool quoted = false;
    for (const char c : bytes) {
        if (c == '"')
            quoted = !quoted;
        if (quoted)
            continue;
        if (c == '\n' || c == '\r')
            break;
        for (std::size_t i = 0; i < Separators.size(); ++i)
            counts[i] += c == Separators[i] ? 1 : 0;
    }
    const auto* const most = std::max_element(counts.begin(), counts.end());
    return Separators[static_cast<std::size_t>(most - counts.begin())];
}

/// The text as bytes without a byte order mark; nullopt when it is none.
std::optional<QByteArray> plainBytes(const QByteArray& file)
{
    QByteArray bytes = file;
    const auto encoding = QStringConverter::encodingForData(file);
    if (encoding && *encoding != QStringConverter::Utf8) {
        QStringDecoder decoder(*encoding);
        const QString text = decoder(file);
        if (decoder.hasError())
            return std::nullopt;
        bytes = text.toUtf8();
    }
    if (bytes.startsWith("\xEF\xBB\xBF"))
        bytes.remove(0, 3);
    if (bytes.contains('\0'))
        return std::nullopt;
    return bytes;
}

/// A line of the table as a customer; the first fault, when it cannot be one.
std::optional<CsvFault> readLine(const QList<QByteArray>& fields, const Columns& columns,
                                 KnownCustomer& customer)
{
    const auto text = [&fields](int column) {
        return column < 0 || column >= fields.size() ? QString() : QString::fromUtf8(fields.at(column));
    };
    customer.id = CustomerId(text(columns.customer));
    customer.userId = UserId(text(columns.user));
    const VerificationId verification(text(columns.verification));
    if (customer.id.isEmpty())
        return CsvFault::CustomerMissing;
    if (!customer.id.isValid())
        return CsvFault::CustomerInvalid;
    if (!verification.isEmpty() && !verification.isValid())
        return CsvFault::VerificationInvalid;
    if (!customer.userId.isEmpty() && !customer.userId.isValid())
        return CsvFault::UserInvalid;
    if (!verification.isEmpty())
        customer.verifications << verification;
    return std::nullopt;
}

/// The lines as customers, each once.
class Gathering {
public:
    void add(const KnownCustomer& customer)
    {
        const auto known = m_places.constFind(customer.id);
        if (known == m_places.constEnd()) {
            m_places.insert(customer.id, customers.size());
            customers << customer;
            return;
        }
        KnownCustomer& there = customers[*known];
        if (there.userId.isEmpty())
            there.userId = customer.userId;
        for (const VerificationId& id : customer.verifications) {
            if (!there.verifications.contains(id) && there.verifications.size() < MaxKnownVerifications)
                there.verifications << id;
        }
    }

    QList<KnownCustomer> customers;

private:
    QHash<CustomerId, qsizetype> m_places;
};
} // namespace

CustomerTable readCustomerTable(const QByteArray& file)
{
    CustomerTable table;
    const std::optional<QByteArray> bytes = plainBytes(file);
    if (!bytes) {
        table.isText = false;
        return table;
    }
    Records records(*bytes);
    records.setSeparator(separatorOf(*bytes));
    Columns columns;
    Gathering gathering;
    bool first = true;
    for (int count = 0; !records.atEnd(); ++count) {
        const Records::Record record = records.next();
        if (count >= MaxCsvLines) {
            table.faults << CsvLineFault{record.line, CsvFault::TooManyLines};
            break;
        }
        if (record.fault) {
            table.faults << CsvLineFault{record.line, *record.fault};
            continue;
        }
        const bool empty = std::all_of(record.fields.begin(), record.fields.end(),
                                       [](const QByteArray& field) { return field.isEmpty(); });
        if (empty)
            continue;
        if (std::exchange(first, false)) {
            if (const std::optional<Columns> named = columnsOf(record.fields)) {
                columns = *named;
                continue;
            }
        }
        KnownCustomer customer;
        if (const std::optional<CsvFault> fault = readLine(record.fields, columns, customer))
            table.faults << CsvLineFault{record.line, *fault};
        else
            gathering.add(customer);
    }
    table.customers = gathering.customers;
    return table;
}

} // namespace finhub
