#pragma once

#include "core/requests.h"
#include "core/result.h"

namespace finhub::api {

/// Why a recommendation is not acceptable before it is sent (3.9): ErrorKind::Refused with the member in
/// `technical`, or nothing.
std::optional<Error> faultOf(const RecommendationRequest& request);

/// 3.9's body.
QByteArray writeRecommendation(const RecommendationRequest& request);

/// 3.9's answer to `POST`. It has to have an id; a verification or verdict that is named has to be the one
/// that was sent.
Result<Recommendation> readRecommendationAnswer(const QByteArray& body, const RecommendationRequest& sent);
/// 3.9's page, in the order of the server (oldest first).
Result<Page<Recommendation>> readRecommendationPage(const QByteArray& body, int page, int size);

} // namespace finhub::api
