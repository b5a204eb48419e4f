#pragma once

#include "sandbox/json.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <vector>

namespace finhub::test {

/// The directory (3.1) as naively as it can be written: all customers in a list, every rule in plain words.
/// What the sandbox answers is compared with it.
class DirectoryReference {
public:
    struct Customer {
        QString id;
        QString first;
        QString last;
        QString email;
        QString phone;
        QString nationality;
        QString category;
        QString stage;
        QString risk;
        QString status; ///< NONE without a verification
        QString createdAt;
        QString updatedAt;
        QString submittedAt; ///< empty when missing
        QString searched{};  ///< name and e-mail without case and accents; filled in by the reference
    };
    explicit DirectoryReference(std::vector<Customer> customers);

    struct Query {
        QString search;
        QString stage;
        QString status;
        QString risk;
        QString category;
        QString nationality;
        QString createdFrom; ///< a time as on the wire, inclusive
        QString createdTo;
        QString sort = QStringLiteral("-createdAt");
    };
    /// The ids of all customers that the query selects, in its order.
    QStringList ids(const Query& query) const;
    /// How many of them are in each stage when the stage is not asked for.
    QHash<QString, int> stages(Query query) const;

    const std::vector<Customer>& customers() const { return m_customers; }

private:
    static bool selects(const Query& query, const Customer& customer);

    std::vector<Customer> m_customers;
};

} // namespace finhub::test
